import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By how long they take; what is not named comes between the specs of a library and these. */
const slowest = ['throttling', 'endings', 'cleaning', 'metadata', 'serialize-sqlite'];

const weight = ({ moduleId }: TestSpecification): number => {
  const slow = slowest.findIndex((name) => moduleId.includes(`/${name}.`)) + 1;
  return slow > 0 ? slow + 1 : Number(moduleId.includes('/test/e2e/'));
};

/** The first test that fails decides on a mutant, so that the quick ones are asked first. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => weight(one) - weight(other) || (one.moduleId < other.moduleId ? -1 : 1));
  }
}
