// The import rules of the code base. Every rule has a planted violation in test/architecture/planted, and
// test/architecture/import-rules.spec.ts checks that it is reported.

/** Libraries that every capability may build on. Any other folder in libs/ but composition is a capability. */
const PLATFORM =
  'kernel|timing|config|sqlite|event-store|read-store|jobs|mail|commands|projections|tamper-evidence|privacy|http|testing';
const SPEC = '\\.spec\\.ts$';

/** A package wherever its node_modules is, or a module that some Node versions have built in. */
const packages = (...names) =>
  names
    .map((name) => (name.startsWith('node:') ? `^(node:)?${name.slice(5)}$` : `(^|/)node_modules/${name}/`))
    .join('|');

/** Test code may use a driver directly: to measure it bare, or to clean up after itself. */
const driverOnlyIn = (lib, ...drivers) => ({
  name: `${lib.name}-driver-only-in-its-lib`,
  comment: `${drivers.join(', ')}: only libs/${lib.folders} may import it, so that everything else sees the port.`,
  from: { path: '^(apps|libs)/', pathNot: `^libs/(${lib.folders})/` },
  to: { path: packages(...drivers) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  // Each is an error: a warning would pass unread.
  forbidden: [
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere is one that the other rules cannot see.',
      from: {},
      // Newer Node versions have more built-in modules than the one that checks.
      to: { couldNotResolve: true, pathNot: '^node:' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third one is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is the vocabulary that everything shares: it depends on nothing, built-in modules included.',
      from: { path: '^libs/kernel/', pathNot: SPEC },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Business rules know their own domain and the kernel: no framework, no store, no built-in module.',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/($1/src/domain|kernel/src)/' },
    },
    {
      name: 'capability-only-through-contract',
      comment: 'Another capability is used through its *.contract.ts files, so that the rest of it may change.',
      from: { path: `^libs/(?!(?:${PLATFORM}|api-client|composition)/)([^/]+)/` },
      to: {
        path: `^libs/(?!(?:${PLATFORM}|api-client)/)[^/]+/`,
        pathNot: ['^libs/($1|composition)/', '\\.contract\\.ts$'],
      },
    },
    {
      name: 'only-apps-compose',
      comment: 'libs/composition knows every capability: whoever imported it would know them all too.',
      from: { path: '^libs/', pathNot: ['^libs/composition/', SPEC] },
      to: { path: '^libs/composition/' },
    },
    {
      name: 'platform-knows-no-capability',
      comment: 'Platform libraries serve any capability: they import none, nor the client of the web.',
      from: { path: `^libs/(${PLATFORM})/` },
      to: { path: `^libs/(?!(?:${PLATFORM})/)` },
    },
    driverOnlyIn({ name: 'event-store', folders: 'event-store' }, '@eventstore/db-client', '@kurrent/kurrentdb-client'),
    driverOnlyIn(
      { name: 'read-store', folders: 'read-store|tamper-evidence|privacy' },
      'mongodb',
      'mongoose',
      '@nestjs/mongoose',
    ),
    driverOnlyIn({ name: 'jobs', folders: 'jobs' }, 'bullmq', 'ioredis', '@nestjs/bullmq'),
    driverOnlyIn({ name: 'mail', folders: 'mail' }, 'nodemailer'),
    driverOnlyIn({ name: 'embedded', folders: 'sqlite' }, '@photostructure/sqlite', 'better-sqlite3', 'node:sqlite'),
    {
      name: 'sqlite-only-in-stores',
      comment: 'Files are behind ports: only the libraries that have an embedded store know what it is made of.',
      from: { path: '^(apps|libs)/', pathNot: '^libs/(sqlite|event-store|read-store|jobs|privacy)/' },
      to: { path: '^libs/sqlite/' },
    },
    {
      name: 'libs-import-no-app',
      comment: 'Apps put libraries together; a library that knows its app can serve no other.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Each app starts by itself. Only the CLI puts them into one process.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-sees-only-the-api-client',
      comment: 'The dashboard is a client like any other: it knows the API and nothing of the server.',
      from: { path: '^apps/web/' },
      to: { path: '^(apps|libs|test)/', pathNot: '^(apps/web|libs/api-client)/' },
    },
    {
      name: 'testing-only-from-tests',
      comment: 'Fixtures and doubles do not ship in the program.',
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^libs/testing/'] },
      to: { path: '^(libs/testing|test)/' },
    },
    {
      name: 'nobody-imports-a-spec',
      comment: 'What two specs share belongs in libs/testing; importing a spec runs its tests twice.',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'program-needs-no-dev-package',
      comment: 'What an installation without development packages lacks would fail there at the first call.',
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^libs/testing/', '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
    },
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^test/architecture/planted/', '^apps/web/(dist|node_modules)/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type-only imports are dependencies too: a domain that names a driver's types knows the driver.
    tsPreCompilationDeps: true,
    // `#kernel/money.js` means libs/kernel/src/money.ts here, not what the last build left in dist/.
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
