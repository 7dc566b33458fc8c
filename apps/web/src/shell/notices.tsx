import { Notifications as Shown } from '@mantine/notifications';

/** Where notifications appear. A chunk of its own: the first page is there before the first notification. */
export const Notifications = () => <Shown position="bottom-right" />;
