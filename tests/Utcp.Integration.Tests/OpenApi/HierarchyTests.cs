using System.Text.Json;
using Acme.Menagerie;

namespace Utcp.Integration.Tests.OpenApi;

/// <summary>Schemas with a discriminator that others include.</summary>
public sealed class HierarchyTests
{
    [Fact]
    public async Task Cases_are_sent_and_read_with_their_tags()
    {
        await using var provider = await Provider.StartAsync("""[{"name":"Leo","species":"lion","mane":true},{"species":"Parrot","name":"Coco","words":["hello"]},{"species":"newt","name":"Nick","born":"2020-01-02","legs":4}]""");
        var animals = await Client(provider).ExchangeAsync(new Lion { Name = "Elsa", Mane = false });

        Assert.Equal("""{"species":"lion","name":"Elsa","mane":false}""", provider.Only.Text);
        Assert.Equal(new Lion { Name = "Leo", Mane = true }, animals[0]);
        Assert.Equal(["hello"], Assert.IsType<Parrot>(animals[1]).Words);
        Assert.Equal(4, Assert.IsType<Animal.Unknown>(animals[2]).Value.GetProperty("legs").GetInt32());
    }

    [Fact]
    public async Task What_all_cases_have_is_read_without_knowing_the_case()
    {
        await using var provider = await Provider.StartAsync("""[{"name":"Leo","species":"lion"},{"species":"newt","name":"Nick","born":"2020-01-02"}]""");
        var animals = await Client(provider).ExchangeAsync(new Parrot { Name = "Coco" });

        Assert.Equal([("Leo", null), ("Nick", new DateOnly(2020, 1, 2))], animals.Select(animal => (animal.Name, animal.Born)));
    }

    [Fact]
    public async Task An_unknown_case_is_sent_as_it_is_and_says_what_it_lacks()
    {
        var newt = new Animal.Unknown(JsonElement.Parse("""{"species":"newt"}"""));
        await using var provider = await Provider.StartAsync("[]");
        await Client(provider).ExchangeAsync(newt);

        Assert.Equal("""{"species":"newt"}""", provider.Only.Text);
        Assert.Null(newt.Born);
        Assert.Equal("the required member 'name' is missing", Assert.Throws<JsonException>(() => newt.Name).Message);
        Assert.Throws<NotSupportedException>(() => newt with { Name = "Nick" });
    }

    [Theory]
    [InlineData("""{"name":"Leo"}""")]
    [InlineData("""{"species":"lion","name":"Leo"}""")]
    public async Task A_case_alone_needs_no_tag(string json)
    {
        await using var provider = await Provider.StartAsync(json);
        Assert.Equal(new Lion { Name = "Leo" }, await Client(provider).GetLionAsync());
    }

    [Fact]
    public async Task A_case_alone_refuses_the_tag_of_another()
    {
        await using var provider = await Provider.StartAsync("""{"species":"Parrot","name":"Leo"}""");
        Assert.Equal("$.species", (await Assert.ThrowsAsync<UtcpResponseException>(() => Client(provider).GetLionAsync())).JsonPath);
    }

    private static MenagerieClient Client(Provider provider) => new(new UtcpChannel(), new UtcpClientOptions { BaseUrl = provider.Url });
}
