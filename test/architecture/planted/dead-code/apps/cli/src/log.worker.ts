process.stdout.write('worker');
