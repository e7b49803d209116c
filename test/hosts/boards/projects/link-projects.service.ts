import { Injectable } from '@nestjs/common';
import { OpenAccesses } from 'nestjs-drawbridge/oauth-provider';

/** To which projects an administrator of the boards limited an application. Those that are not here reach all of them. */
@Injectable()
export class LinkProjects {
  private readonly byClient = new Map<string, readonly string[]>();

  constructor(private readonly open: OpenAccesses) {}

  of(clientId: string): readonly string[] | undefined {
    return this.byClient.get(clientId);
  }

  limit(clientId: string, projects: readonly string[]): void {
    this.byClient.set(clientId, projects);
    this.open.closeOf(clientId);
  }

  free(clientId: string): void {
    this.byClient.delete(clientId);
  }

  /** Whether an application may see a project; everybody else may. */
  includes(clientId: string | undefined, project: unknown): boolean {
    const limited = clientId === undefined ? undefined : this.of(clientId);
    return limited?.some((each) => each === project) ?? true;
  }
}
