import { createTransport } from 'nodemailer';

export const remind = createTransport;
