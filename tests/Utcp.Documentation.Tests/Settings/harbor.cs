// manual: samples/LiveFeed/harbor.json
global using Acme.Harbor;

/// <summary>A program that watches a harbor.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IHarborClient harbor = new HarborClient(channel);
    protected static CancellationToken token = default;
}
