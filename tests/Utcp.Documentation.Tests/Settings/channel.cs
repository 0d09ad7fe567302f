/// <summary>A service that gives tokens.</summary>
internal sealed class Login
{
    public ValueTask<string> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken token) => default;
}

/// <summary>A program without a manual.</summary>
internal abstract class Given
{
    protected static readonly Microsoft.Extensions.Logging.ILoggerFactory loggerFactory = null!;
    protected static readonly UtcpChannelOptions options = new();
    protected static readonly Login login = new();
    protected static CancellationToken token = default;
}
