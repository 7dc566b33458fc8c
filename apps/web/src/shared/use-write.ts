import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../api/client.js';
import type { Kind } from '../api/live-changes.js';
import { notify } from './notify.js';

type Written = Readonly<{ id: string; position: string }>;

type Write<Input, Answer extends Written> = Readonly<{
  send: (input: Input) => Parameters<typeof answered<Answer>>[0];
  /** What reads again at once; everybody else's pages do by the stream of changes. */
  changes: Kind;
  /** What to say once it is done. */
  done: (input: Input) => string;
  onDone?: (written: Answer) => void;
}>;

/** A write behind a form: sends it, says that it is done, and has the page show it. `error` holds the refusal. */
export const useWrite = <Input = void, Answer extends Written = Written>({
  send,
  changes,
  done,
  onDone,
}: Write<Input, Answer>) => {
  const queries = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => answered(send(input)),
    onSuccess: (written, input) => {
      void notify({ message: done(input) });
      void queries.invalidateQueries({
        predicate: ({ meta }) => ((meta?.changesWith as readonly Kind[] | undefined) ?? []).includes(changes),
      });
      onDone?.(written);
    },
  });
};
