using System.Globalization;

namespace Utcp.Benchmarks.Builds;

/// <summary>Follows the compiler below a build until it is disposed: the most memory it had, and the processor time it took.</summary>
internal sealed class CompilerWatcher : IDisposable
{
    private const double TicksPerSecond = 100;
    private readonly int _build;
    private readonly Thread _thread;
    private readonly Dictionary<int, CompilerUse> _seen = [];
    private volatile bool _isDone;

    public CompilerWatcher(int build)
    {
        _build = build;
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>What the compiler used; complete when the build has ended.</summary>
    public CompilerUse Result
    {
        get
        {
            lock (_seen)
            {
                return _seen.Count == 0 ? new CompilerUse(0, 0) : _seen.Values.MaxBy(use => use.PeakBytes)!;
            }
        }
    }

    public void Dispose()
    {
        _isDone = true;
        _thread.Join();
    }

    private void Watch()
    {
        while (!_isDone)
        {
            foreach (var folder in Directory.GetDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(folder) is { } use && IsBelow(id))
                {
                    lock (_seen)
                    {
                        _seen[id] = use;
                    }
                }
            }

            Thread.Sleep(20);
        }
    }

    private static CompilerUse? Read(string folder)
    {
        try
        {
            var command = File.ReadAllText(folder + "/cmdline").Replace('\0', ' ');
            if (!command.Contains("bincore/csc", StringComparison.Ordinal))
            {
                return null;
            }

            var peak = File.ReadLines(folder + "/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var stat = Fields(folder);
            return new CompilerUse(
                long.Parse(peak.AsSpan("VmHWM:".Length).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) * 1024,
                (double.Parse(stat[11], CultureInfo.InvariantCulture) + double.Parse(stat[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or IndexOutOfRangeException)
        {
            // It has just ended.
            return null;
        }
    }

    private bool IsBelow(int id)
    {
        try
        {
            for (var hops = 0; hops < 10 && id > 1; hops++)
            {
                if (id == _build)
                {
                    return true;
                }

                id = int.Parse(Fields("/proc/" + id.ToString(CultureInfo.InvariantCulture))[1], CultureInfo.InvariantCulture);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // An ancestor has just ended.
        }

        return false;
    }

    // The fields behind the name, which may hold blanks: state, parent, …
    private static string[] Fields(string folder)
    {
        var stat = File.ReadAllText(folder + "/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}

/// <summary>What a compiler used.</summary>
/// <param name="PeakBytes">The most memory that was resident at once.</param>
/// <param name="Seconds">Processor time, user and system.</param>
internal sealed record CompilerUse(long PeakBytes, double Seconds);
