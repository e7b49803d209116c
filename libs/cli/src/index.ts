export { DrawbridgeCommandOptions } from './drawbridge-command.options.js';
export { runDrawbridge } from './run-drawbridge.js';
