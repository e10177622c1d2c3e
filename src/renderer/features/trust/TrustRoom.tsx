import { useTranslation } from 'react-i18next';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { PromisesCard } from './PromisesCard.tsx';

/** Fiducia: the parts that trust is made of, and the promises. */
export function TrustRoom() {
  const { t } = useTranslation('trust');
  const { t: rooms } = useTranslation('shell');
  return (
    <RoomPage title={rooms('rooms.trust')} question={t('question')}>
      <div className="room-figures">
        <PromisesCard />
      </div>
    </RoomPage>
  );
}
