namespace Utcp.Client.Discovery;

/// <summary>Reads streams that may be longer than anybody wants.</summary>
internal static class BoundedBytes
{
    /// <summary>All bytes of a stream, or null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.ToArray();
            }

            if (bytes.Length + read > limit)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }
    }
}
