/** The environment of this process, for another one on embedded stores in the folder, whatever servers there are. */
export const embeddedEnvironment = (dataDir: string): NodeJS.ProcessEnv => {
  const { MONGODB_URI: _mongo, REDIS_URL: _redis, ...rest } = process.env;
  return { ...rest, ANNALS_DATA_DIR: dataDir, ANNALS_EVENT_STORE: 'embedded' };
};
