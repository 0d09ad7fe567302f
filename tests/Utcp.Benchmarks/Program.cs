using BenchmarkDotNet.Running;

if (args is ["quick", ..])
{
    Utcp.Benchmarks.Json.QuickComparison.Run(args.Length > 1 ? args[1] : "");
    return;
}

if (args is ["cold"])
{
    Utcp.Benchmarks.Generation.ColdRun.Run();
    return;
}

if (args is ["loopback"])
{
    await Utcp.Benchmarks.Calls.LoopbackRun.RunAsync();
    return;
}

if (args is ["sockets"])
{
    await Utcp.Benchmarks.WebSockets.SocketRun.RunAsync();
    return;
}

if (args is ["build-cost", ..])
{
    Utcp.Benchmarks.Builds.BuildCost.Run(args[1..]);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
