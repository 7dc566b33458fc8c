import { MongoClient } from 'mongodb';

const { MONGODB_URI } = process.env;

type ReadStoreChoice = Readonly<{
  store: string;
  /** For `startApi`. */
  variables: Readonly<Record<string, string>>;
  /** Removes what the spec has left there. */
  drop: () => Promise<void>;
}>;

/** A database of the spec's own. */
const onMongo = (uri: string, name: string): ReadStoreChoice => {
  const url = new URL(uri);
  url.pathname = `/annals_${name}_${process.pid}`;
  const drop = async (): Promise<void> => {
    const client = new MongoClient(url.href);
    await client.db().dropDatabase();
    await client.close();
  };
  return { store: 'MongoDB', variables: { MONGODB_URI: url.href }, drop };
};

/** The read stores that are there: what is asked of each must be answered the same. `name`: the spec's own. */
export const readStores = (name: string): readonly ReadStoreChoice[] => [
  { store: 'the embedded store', variables: {}, drop: async () => undefined },
  ...(MONGODB_URI ? [onMongo(MONGODB_URI, name)] : []),
];
