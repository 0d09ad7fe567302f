namespace Utcp.Client.Discovery;

/// <summary>Reads files below one directory. What leads out of it is refused, by <c>..</c>, as an absolute path or through a link.</summary>
internal sealed class RootDirectory(string? path, int maxBytes)
{
    private readonly string? _root = path is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Reads a file.</summary>
    /// <exception cref="UtcpManualException">Files are off, the path leads out of the directory or to no regular file, or the file is too large.</exception>
    public async Task<byte[]> ReadAsync(string file, string owner, CancellationToken cancellationToken)
    {
        if (_root is null)
        {
            throw new UtcpManualException($"{owner}: files are not read until UtcpClientConfiguration.RootDirectory names the directory that they stand in.", owner);
        }

        try
        {
            var target = Resolve(file, owner);
            var stream = new FileStream(target, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete });
            await using (stream.ConfigureAwait(false))
            {
                return await BoundedBytes.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false)
                    ?? throw new UtcpManualException($"{owner}: the file has more than {maxBytes} bytes (UtcpClientConfiguration.MaxManualBytes).", owner);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UtcpManualException($"{owner}: the file '{Path.GetFileName(file)}' could not be read: {(e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : e is UnauthorizedAccessException ? "access is denied" : "the path or the file is not usable")}.", owner, e);
        }
    }

    private string Resolve(string file, string owner)
    {
        var target = Path.GetFullPath(file, _root!);
        Check(target, _root!, owner);
        if (!File.Exists(target))
        {
            throw new FileNotFoundException(null, target);
        }

        // Devices and pipes may never end.
        if (!OperatingSystem.IsWindows() && (File.GetAttributes(target) & FileAttributes.Device) != 0)
        {
            throw new IOException();
        }

        // A link anywhere on the way counts, so each directory below the root is resolved.
        Check(Followed(target), Followed(_root!), owner);
        return target;
    }

    private static void Check(string target, string root, string owner)
    {
        if (!target.StartsWith(root + Path.DirectorySeparatorChar, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            throw new UtcpManualException($"{owner}: the path leads out of the root directory.", owner);
        }
    }

    private static string Followed(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var full = Path.Combine(Followed(parent), Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Followed(target.FullName) : full;
    }
}
