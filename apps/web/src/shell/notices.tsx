import { Notifications } from '@mantine/notifications';
import { useNoticePlace } from '../shared/notice-place.js';

/** Where notices appear. A chunk of its own: the first page is there before the first one. */
export const Notices = () => {
  const place = useNoticePlace();
  const within = place === null ? {} : { portalProps: { target: place } };
  return <Notifications key={place === null ? 'page' : 'dialog'} position="bottom-right" {...within} />;
};
