import { Command } from 'commander';
import { addAuditCommand } from '../audit/audit.command.js';
import { addKeysCommands } from '../keys/rotate-keys.command.js';
import { addApplyCommand } from '../apply/apply.command.js';
import { addCreateCommand } from '../links/create.command.js';
import { addDeleteCommand } from '../links/delete.command.js';
import { addListCommand } from '../links/list.command.js';
import { addRotateCommand } from '../links/rotate.command.js';
import { addShowCommand } from '../links/show.command.js';
import { addStateCommands } from '../links/state.commands.js';
import { addRoutesCommand } from '../routes/routes.command.js';
import { type CommandLine } from './command-line.js';

const exitWords = `
Ends with 0 when done, 1 when refused or failed, 2 when called wrongly, 3 when a dry run would change something.
Why it failed is on standard error. A LINK is named by its id, its client ID or its name.`;

/** All commands. */
export function programOf(name: string, line: CommandLine): Command {
  const program = new Command(name)
    .description('Application links of this host, at its own data.')
    .exitOverride()
    // What went wrong is said once, by whoever catches it.
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', exitWords);
  const links = program.command('links').description('the external applications that are let in');
  for (const add of [addListCommand, addShowCommand, addCreateCommand, addRotateCommand, addStateCommands])
    add(links, line);
  for (const add of [addDeleteCommand, addApplyCommand]) add(links, line);
  addRoutesCommand(program, line);
  addKeysCommands(program, line);
  addAuditCommand(program, line);
  return program;
}
