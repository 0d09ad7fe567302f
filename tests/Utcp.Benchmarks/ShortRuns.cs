using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Utcp.Benchmarks;

/// <summary>All benchmarks in a few minutes, in this process.</summary>
internal sealed class ShortRuns : ManualConfig
{
    public ShortRuns() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(15).WithIterationCount(10).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(200)));
}
