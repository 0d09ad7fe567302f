namespace Utcp.Client;

/// <summary>Takes variables from a <c>.env</c> file. The file is read again when it has changed; a missing file has no variables.</summary>
public sealed class DotEnvLoader : IVariableLoader
{
    private const int MaxBytes = 1024 * 1024;

    private readonly string _path;
    private Snapshot _last = new(default, -1, new Dictionary<string, string>());

    /// <summary>Creates a loader. The file is not read yet.</summary>
    /// <param name="path">The file. A relative path starts at the current directory.</param>
    public DotEnvLoader(string path = ".env")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    public string? Find(string name)
    {
        var file = new FileInfo(_path);
        if (!file.Exists || file.Length > MaxBytes)
        {
            return null;
        }

        var last = Volatile.Read(ref _last);
        if (last.Written != file.LastWriteTimeUtc || last.Length != file.Length)
        {
            try
            {
                last = new(file.LastWriteTimeUtc, file.Length, DotEnvFile.Parse(File.ReadAllText(_path)));
                Volatile.Write(ref _last, last);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is writing it: what was known stays known.
            }
        }

        return last.Values.GetValueOrDefault(name);
    }

    private sealed record Snapshot(DateTime Written, long Length, IReadOnlyDictionary<string, string> Values);
}
