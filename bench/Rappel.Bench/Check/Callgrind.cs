namespace Rappel.BenchCheck;

/// <summary>
/// Counts a process's instructions on a processor made of software: the same program gives the same number, whatever else the machine does.
/// </summary>
internal static class Callgrind
{
    /// <summary>Of <c>valgrind</c>. Code that is compiled while the program runs has to be looked at again where it is written anew.</summary>
    public static IReadOnlyList<string> Options(string books) =>
    [
        "--tool=callgrind", "--smc-check=all-non-file", "--instr-atstart=no", "--combine-dumps=yes", $"--dump-before={Mark.Function}",
        $"--callgrind-out-file={books}",
    ];

    /// <summary>What the runtime is told, so that every run does the same: code is compiled once and for good, and no collection comes in between.</summary>
    public static IReadOnlyDictionary<string, string> Runtime { get; } = new Dictionary<string, string>
    {
        ["DOTNET_TieredCompilation"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_gcServer"] = "0",

        // Valgrind cannot set aside the address space that the collector asks for by itself; the hard limit makes it ask for less.
        ["DOTNET_GCHeapHardLimit"] = "0x80000000",
        ["DOTNET_GCgen0size"] = "0x10000000",
    };
}
