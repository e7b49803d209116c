import { Test } from '@nestjs/testing';
import { readFileSync } from 'node:fs';
import { createPreview, RouteReport, type RouteRule, ScopesOptions } from 'nestjs-drawbridge/scopes';
import { expectEveryRouteToBeMapped, type RecordedRoute } from 'nestjs-drawbridge/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../apps/wiki/src/app.module.js';
import { WikiConfig } from '../../apps/wiki/src/config/wiki-config.js';
import { adapterFor, configureWiki, createWiki } from '../../apps/wiki/src/create-wiki.js';

const config = new WikiConfig();
/** Written anew by `npm run --silent routes -- --json > apps/wiki/routes.json`. */
const recorded = JSON.parse(readFileSync('apps/wiki/routes.json', 'utf8')) as readonly RecordedRoute[];
const wiki = await createPreview((options) => createWiki(config, options));
const report = RouteReport.of(wiki);
const rules = wiki.get(ScopesOptions, { strict: false }).routes;

/** The wiki with other rules. */
const wikiWith = (routes: readonly RouteRule[]) =>
  createPreview(async (options) => {
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] })
      .overrideProvider(ScopesOptions)
      .useValue(new ScopesOptions({ routes }))
      .compile(options);
    const app = module.createNestApplication(adapterFor(config), options);
    configureWiki(app, config);
    return app;
  });

/** The routes in the message of what `check` throws. */
const namedBy = (check: () => void): readonly string[] => {
  try {
    check();
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}(\w+ \/\S*?)(?::? [(w])/gm)]
      .map(([, route]) => route ?? '')
      .sort();
  }
  return [];
};

const withoutEachRule = rules.map((rule) => ({
  removed: [rule.path].flat(),
  left: rules.filter((other) => other !== rule),
}));

const withoutEachPath = rules.flatMap((rule) =>
  [rule.path].flat().map((path) => ({
    removed: [path],
    left: rules.flatMap((other) => {
      const paths = [other.path].flat().filter((one) => other !== rule || one !== path);
      return paths.length > 0 ? [{ ...other, path: paths }] : [];
    }),
  })),
);

describe("the wiki's routes", () => {
  afterAll(() => wiki.close());

  it('P5 are all open to a scope or closed, as they were written down', () => {
    expect(() => expectEveryRouteToBeMapped(wiki, { recorded })).not.toThrow();
  });

  it.each([...withoutEachRule, ...withoutEachPath])(
    'P5 lose what $removed gave, and the check names them',
    async (test) => {
      const sources = test.removed.map((path) => `rule ${path}`);
      const lost = report.routes.filter(({ source }) => sources.includes(source));
      const app = await wikiWith(test.left);
      expect(lost).not.toEqual([]);
      expect(namedBy(() => expectEveryRouteToBeMapped(app, { recorded: report.routes }))).toEqual(
        lost.map(({ method, path }) => `${method} ${path}`).sort(),
      );
      await app.close();
    },
  );
});
