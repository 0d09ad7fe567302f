// manual: samples/Petstore/petstore.yaml
global using Acme.Petstore;

/// <summary>A program that buys pets.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IPetstoreClient store = new PetstoreClient(channel);
    protected static CancellationToken token = default;
}
