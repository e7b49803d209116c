import { type Command } from 'commander';
import { RouteReport } from 'nestjs-drawbridge/scopes';
import { Failure } from '../output/failure.js';
import { answering, type AnswerOptions, type CommandLine } from '../program/command-line.js';

/** `routes` */
export function addRoutesCommand(program: Command, line: CommandLine): void {
  answering(program.command('routes'))
    .description(
      'list every route with what opens it to applications; opens no database. Fails when a route is undecided',
    )
    .action((options: AnswerOptions) => printRoutes(line, options));
}

async function printRoutes({ host, out }: CommandLine, { json }: AnswerOptions): Promise<void> {
  const report = RouteReport.of(await host.preview());
  out.text(json ? report.toJson() : report.toTable());
  if (report.problem !== null) throw new Failure('failed', report.problem);
}
