// manual: samples/Petstore/petstore.yaml
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Text.Json;
global using System.Threading;
global using System.Threading.Tasks;
global using Acme.Petstore;
global using Utcp;

/// <summary>A program that buys pets.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IPetstoreClient store = new PetstoreClient(channel);
    protected static CancellationToken token = default;
}
