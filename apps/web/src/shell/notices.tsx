import { Notifications } from '@mantine/notifications';

/** Where notices appear. A chunk of its own: the first page is there before the first one. */
export const Notices = () => <Notifications position="bottom-right" />;
