const { Worker } = await import('bullmq');

export const worker = Worker;
