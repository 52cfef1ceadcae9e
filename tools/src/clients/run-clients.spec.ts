import { describe, expect, it } from '@jest/globals';
import { runClients } from './run-clients.js';

const OWN = 'postgres://own';
const EMBEDDED = 'postgres://embedded';

describe('npm run clients', () => {
  const start = async (env: Record<string, string>, database: string | undefined, exits = 0) => {
    const said: string[] = [];
    const used: (string | undefined)[] = [];
    const exitCode = await runClients({
      args: ['list', '--json'],
      env,
      findDatabase: () => database,
      run: async (args, given) => {
        expect(args).toEqual(['list', '--json']);
        used.push(given.DATABASE_URL);
        return exits;
      },
      say: (text) => said.push(text),
    });
    return { exitCode, used, said: said.join('') };
  };

  it('uses the database that the environment names, else that of the stack which is up', async () => {
    expect(await start({ DATABASE_URL: OWN }, EMBEDDED)).toEqual({ exitCode: 0, used: [OWN], said: '' });
    expect(await start({}, EMBEDDED)).toEqual({ exitCode: 0, used: [EMBEDDED], said: '' });
    expect(await start({ DATABASE_URL_FILE: '/run/secrets/url' }, EMBEDDED)).toMatchObject({ used: [undefined] });
  });

  it('says what to do when there is neither', async () => {
    const { exitCode, said } = await start({}, undefined, 78);
    expect(exitCode).toBe(78);
    expect(said).toMatch('npm start');
    expect(said).toMatch('DATABASE_URL=');
  });

  it('leaves it to the command to say what is wrong with the arguments', async () => {
    expect(await start({}, undefined, 64)).toEqual({ exitCode: 64, used: [undefined], said: '' });
  });
});
