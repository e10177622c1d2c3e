import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Card } from '../../ui/Card.tsx';
import type { Profile } from './people-types.ts';
import { usernameOf } from './people-words.ts';

/** What a profile says of itself, and what its source says of it. Addresses are shown, never opened. */
export function AboutCard({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const username = usernameOf(profile);
  return (
    <Card title={t('account.says')}>
      {profile.profile === null ? <p className="quiet-text">{t('account.saysNothing')}</p> : <p className="message-text people-bio">{profile.profile}</p>}
      <dl className="people-facts">
        {username !== null && <Fact name={t('account.handle')} value={username} />}
        {profile.link !== null && <Fact name={t('account.link')} value={profile.link} />}
        {profile.followers !== null && <Fact name={t('account.followers')} value={formats.count(profile.followers)} />}
        <Fact name={t('account.nativeId')} value={profile.nativeId} />
      </dl>
      {profile.sourceSaysBrand && <p>{t('account.sourceBrand')}</p>}
      {profile.sourceSaysBot && <p>{t('account.sourceBot')}</p>}
    </Card>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="people-name">{value}</dd>
    </div>
  );
}
