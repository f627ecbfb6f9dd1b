using System.IO;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Rappel.Server.Composition;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;

var reader = new EnvironmentReader(Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory());
if (reader.Read() is not { } settings)
{
    foreach (var problem in reader.Problems)
    {
        Console.Error.WriteLine(problem);
    }

    return ServerProcess.CannotStart;
}

// The log is for operators and goes to standard error; standard output has only what other programs wait for.
using var loggers = LoggerFactory.Create(logging =>
{
    logging.Services.AddSingleton(TimeProvider.System);
    logging.AddConsole(console =>
    {
        console.FormatterName = LineFormatter.FormatterName;
        console.LogToStandardErrorThreshold = LogLevel.Trace;
        console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite; // a reader that stands still must not hold up the engine and media threads
    });
    logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
    logging.AddFilter("Microsoft", LogLevel.Warning);
    logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a port that is taken is told in our own words
    logging.AddFilter("Rappel.Server.Web.Auth", LogLevel.Warning); // the framework notes each request without a token here, and anybody can send those
    logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // it would have keys sealed by a certificate; ours are in a folder of the owner alone
});
using var signals = new StopSignals();
return await new ServerProcess(settings, signals, loggers, Console.Out, Console.Error).Run();
