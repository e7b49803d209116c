import { Injectable } from '@nestjs/common';

/** The projects that boards belong to. */
@Injectable()
export class ProjectsService {
  readonly names: readonly string[] = ['sales', 'support', 'legal'];

  /** What is written on a project's board. */
  read(project: string): string {
    return `the board of ${project}`;
  }
}
