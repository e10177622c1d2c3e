import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { PromiseTable } from './PromiseTable.tsx';

const SHOWN = 5;

/** The broken promises themselves, where they are too few for anything to be said of what followed. */
export function BrokenList() {
  const { t } = useTranslation('promises');
  const scope = useScope();
  const [page, setPage] = useState(0);
  const list = useOperation('promises.list', { ...scope, state: 'broken', page, size: SHOWN });
  return (
    <div className="promises">
      <h3 className="cost-heading">{t('cost.listed')}</h3>
      <Answer state={list} shape="lines" rows={SHOWN}>
        {({ total, promises }) => (
          <>
            <PromiseTable promises={promises} caption={t('cost.listed')} />
            <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
          </>
        )}
      </Answer>
    </div>
  );
}
