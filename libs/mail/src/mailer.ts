import { createTransport } from 'nodemailer';
import type { Settings } from '#config/settings.js';

export type Attachment = Readonly<{ filename: string; contentType: string; content: Buffer }>;

/** `id` stays the same when a mail is sent again: it becomes the Message-ID, by which mail programs know it. */
export type Mail = Readonly<{
  id: string;
  to: string;
  subject: string;
  text: string;
  attachments?: readonly Attachment[];
}>;

export interface Mailer {
  /** Resolves once the server has accepted the mail. @throws Error when it has not, or did not answer in time */
  send(mail: Mail): Promise<void>;
}

const TIMEOUT_MS = 20_000;

/** Null when no SMTP server is set. Each mail has a connection of its own: there is nothing to close. */
export const mailerOf = ({ smtpUrl, mailFrom }: Pick<Settings, 'smtpUrl' | 'mailFrom'>): Mailer | null => {
  if (smtpUrl === null) return null;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is what the program makes of it: no text of a person may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, attachments = [], ...mail }) => {
      const messageId = `<${id}@annals>`;
      await transport.sendMail({ from: mailFrom, messageId, ...mail, attachments: [...attachments] });
    },
  };
};
