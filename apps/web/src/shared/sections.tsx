import { Title } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';

type SectionsProps<To extends string> = Readonly<{
  title: string;
  label: string;
  parts: readonly Readonly<{ to: To; name: string }>[];
}>;

/** A page of several parts, each with an address of its own. */
export const Sections = <To extends string>({ title, label, parts }: SectionsProps<To>) => {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <div className="page">
      <Title order={1} size="h3">
        {title}
      </Title>
      <nav className="sections" aria-label={label}>
        {parts.map(({ to, name }) => (
          <Link key={to} to={to as never} aria-current={path.startsWith(to) ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
};
