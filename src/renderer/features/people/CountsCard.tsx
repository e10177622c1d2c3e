import { useTranslation } from 'react-i18next';
import { MESSAGE_KINDS, REACTION_KINDS } from '../../../domain/model/codes.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Profile } from './people-types.ts';

/** What a profile left: by kind and network, by page, and reactions that bear its name. */
export function CountsCard({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  const { kinds, places, reactions } = profile;
  const kindName = (code: string): string => {
    const known = MESSAGE_KINDS.find((kind) => kind === code);
    return known === undefined ? code : codes(`kind.${known}`);
  };
  const reactionName = (code: string): string => {
    const known = REACTION_KINDS.find((kind) => kind === code);
    return known === undefined ? code : t(`reactionKinds.${known}`);
  };
  if (kinds.length + places.length + reactions.length === 0) return <p className="quiet-text">{t('account.nothing')}</p>;
  return (
    <Card title={t('account.counts')}>
      <div className="people-counts">
        {kinds.length > 0 && (
          <DataTable
            dense
            caption={t('account.counts')}
            rows={kinds}
            rowKey={({ kind, network }) => `${kind} ${network}`}
            columns={[
              { key: 'kind', label: t('account.kind'), cell: ({ kind }) => kindName(kind) },
              { key: 'network', label: t('account.network'), cell: ({ network }) => networkName(network, t('list.networkUnknown')) },
              { key: 'messages', label: t('account.number'), align: 'end', cell: ({ messages }) => formats.count(messages) },
            ]}
          />
        )}
        {places.length > 0 && (
          <DataTable
            dense
            caption={t('account.places')}
            rows={places.map((place, position) => ({ ...place, position }))}
            rowKey={({ position }) => position}
            columns={[
              { key: 'place', label: t('account.place'), cell: ({ container }) => <span className="people-name">{container}</span> },
              { key: 'messages', label: t('account.number'), align: 'end', cell: ({ messages }) => formats.count(messages) },
            ]}
          />
        )}
        {reactions.length > 0 && (
          <DataTable
            dense
            caption={t('account.reactions')}
            rows={reactions}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', label: t('account.reaction'), cell: ({ kind }) => reactionName(kind) },
              { key: 'count', label: t('account.times'), align: 'end', cell: ({ count }) => formats.count(count) },
            ]}
          />
        )}
      </div>
    </Card>
  );
}
