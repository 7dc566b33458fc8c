import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from './api/client.js';
import { router } from './router.js';
import { cssVariables, themeSaying } from './shell/theme.js';

const Notices = lazy(async () => ({ default: (await import('./shell/notices.js')).Notices }));

const RETRIES = 3;

/** What may go away by itself: no answer, or one that the server is not ready for. */
const isPassing = (error: Error): boolean =>
  error instanceof ProblemError && (error.status === 'offline' || error.status === 503 || error.status === 429);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export const App = () => {
  const { t } = useTranslation();
  const close = t('close');
  const theme = useMemo(() => themeSaying(close), [close]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          <Notices />
        </Suspense>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
};
