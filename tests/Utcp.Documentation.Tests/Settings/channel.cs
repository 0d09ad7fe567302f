global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Text.Json;
global using System.Threading;
global using System.Threading.Tasks;
global using Utcp;

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
