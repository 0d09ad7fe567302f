using Acme.Orders;
using Acme.Prices;
using Acme.Stock;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Documents in YAML, read by the generator inside the real compiler, with YamlDotNet beside it.</summary>
public sealed class YamlTests
{
    [Fact]
    public async Task An_OpenAPI_document_in_YAML_has_a_client()
    {
        await using var provider = await Provider.StartAsync("""{"id":7,"paid":"yes"}""");
        var client = provider.Client<OrdersClient>(("BASE_URL", "http://localhost:" + provider.Port));

        var order = await client.GetOrderAsync(7);
        await client.DeleteOrderAsync(8);

        Assert.Equal((7, "yes"), (order.Id, order.Paid.ToString()));
        Assert.Equal(["GET /v1/orders/7", "DELETE /v1/orders/8"], provider.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Case008_a_manual_in_YAML_has_a_client()
    {
        await using var provider = await Provider.StartAsync("12");

        Assert.Equal(12, await provider.Client<StockClient>().GetStockAsync("a b"));
        Assert.Equal("GET /stock/a%20b", provider.Only.Line);
    }

    [Fact]
    public async Task Case009_YAML_is_known_by_its_content()
    {
        await using var provider = await Provider.StartAsync("1.5");

        Assert.Equal(1.5, await provider.Client<PricesClient>().GetPriceAsync("a"));
        Assert.Equal("GET /prices/a", provider.Only.Line);
    }

    [Fact]
    public void Case010_a_version_in_YAML_stays_text() => Assert.Equal("1.10", Info<StockClient>().Version);

    private static ManualInfo Info<T>()
        where T : IUtcpClient<T>
        => T.Manual;
}
