using BenchmarkDotNet.Running;

if (args is ["quick", ..])
{
    Utcp.Benchmarks.Json.QuickComparison.Run(args.Length > 1 ? args[1] : "");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
