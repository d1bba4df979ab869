// Runs one program to its end and keeps what it wrote.
import { spawn } from 'node:child_process';

const keptBytes = 2_000_000;

/** Resolves with {code, output, ended}; `ended` says in words why a program ended that did not exit by itself. */
export function runProgram([program, ...args], { cwd, env, seconds }) {
  return new Promise((resolve) => {
    // A group of its own, so that a time-out ends what the program started as well.
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const keep = (text) => {
      output += text;
      if (output.length > keptBytes) output = output.slice(-keptBytes);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    let late = false;
    const endGroup = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch { /* it is gone already */ }
    };
    const timer = setTimeout(() => {
      late = true;
      endGroup();
    }, seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output, ended: error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      endGroup();
      const ended = late ? `ended after ${seconds} seconds` : signal ? `ended by ${signal}` : '';
      resolve({ code: code ?? 1, output, ended });
    });
  });
}
