import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Dictionary } from './rule-draft.ts';

const SHOWN = 20;

/** Every saved set of rules, the latest first; one can be taken up again as a draft. */
export function VersionsCard({ dictionary, onTakeUp }: { readonly dictionary: Dictionary; readonly onTakeUp: (version: number) => void }) {
  const { t } = useTranslation('reading');
  const formats = useFormats();
  return (
    <Card title={t('rules.history')} subtitle={t('rules.historyText')} className="versions-card">
      {dictionary.versions.length === 0 ? <p className="quiet-text">{t('rules.historyNone')}</p> : (
        <DataTable
          dense
          caption={t('rules.history')}
          rows={dictionary.versions.slice(0, SHOWN)}
          rowKey={({ version }) => version}
          columns={[
            { key: 'version', label: t('rules.version'), cell: ({ version }) => <>{version} {version === dictionary.version && <Chip tone="accent" label={t('rules.inForce')} />}</> },
            { key: 'when', label: t('rules.when'), cell: ({ atMs }) => formats.dateTime(atMs) },
            { key: 'rules', label: t('rules.count'), align: 'end', cell: ({ rules }) => formats.count(rules) },
            { key: 'takeUp', label: <span className="visually-hidden">{t('rules.takeUp')}</span>, cell: ({ version }) => <Button size="small" variant="plain" aria-label={`${t('rules.takeUp')}: ${t('rules.version')} ${String(version)}`} onPress={() => onTakeUp(version)}>{t('rules.takeUp')}</Button> },
          ]}
        />
      )}
    </Card>
  );
}
