// What the benchmark's program asks of node when it runs as WebAssembly.
addToLibrary({
  processor_time: () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage()),
});
