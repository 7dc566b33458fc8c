/** What a notification says; `refusal`: it tells of something that did not happen. */
export type Notice = Readonly<{ message: string; title?: string; refusal?: boolean }>;

/** Says in passing what happened. The component that shows it comes with the first one. */
export const notify = async ({ message, title, refusal = false }: Notice): Promise<void> => {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ message, ...(title !== undefined && { title }), color: refusal ? 'red' : 'teal' });
};
