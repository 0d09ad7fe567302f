// manual: samples/LiveFeed/harbor.json
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Text.Json;
global using System.Threading;
global using System.Threading.Tasks;
global using Acme.Harbor;
global using Utcp;

/// <summary>A program that watches a harbor.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IHarborClient harbor = new HarborClient(channel);
    protected static CancellationToken token = default;
}
