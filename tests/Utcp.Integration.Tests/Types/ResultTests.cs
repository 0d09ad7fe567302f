using System.Globalization;
using System.Text.Json;
using Acme.Odd;
using Acme.Types;

namespace Utcp.Integration.Tests.Types;

/// <summary>Results that are no records, and records at their limits.</summary>
public sealed class ResultTests
{
    [Fact]
    public async Task A_list()
    {
        await using var provider = await Provider.StartAsync("""[{"a":1},{}]""");
        Assert.Equal([new Item { A = 1 }, new Item()], await provider.Client<OddClient>().ListItemsAsync());
    }

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("null", null)]
    public async Task A_number_or_null(string json, long? expected)
    {
        await using var provider = await Provider.StartAsync(json);
        Assert.Equal(expected, await provider.Client<OddClient>().CountAsync());
    }

    [Fact]
    public async Task A_date_an_enum_a_map_a_union()
    {
        await using var provider = await Provider.StartAsync("\"2026-11-20\"");
        Assert.Equal(new DateOnly(2026, 11, 20), await provider.Client<OddClient>().WhenAsync());
        await using var color = await Provider.StartAsync("\"light-blue\"");
        Assert.Equal(Acme.Odd.Color.LightBlue, await color.Client<OddClient>().ColorAsync());
        await using var stock = await Provider.StartAsync("""{"a":1}""");
        Assert.Equal(1, (await stock.Client<OddClient>().StockAsync())["a"]);
        await using var union = await Provider.StartAsync("""{"a":1}""");
        Assert.True((await union.Client<OddClient>().AnyOfAsync()).TryGetItem(out var item));
        Assert.Equal(1, item.A);
    }

    [Fact]
    public async Task A_list_of_itself_ends_as_JSON()
    {
        await using var provider = await Provider.StartAsync("[[[]],[]]");
        var lists = await provider.Client<OddClient>().LoopAsync();
        Assert.Equal(["[[]]", "[]"], lists.Select(list => list.GetRawText()));
    }

    [Fact]
    public async Task One_title_for_two_schemas_makes_two_types()
    {
        await using var provider = await Provider.StartAsync("""{"a":1,"b":2}""");
        Assert.Equal(1, (await provider.Client<OddClient>().FirstItemAsync()).A);
        Assert.Equal(2, (await provider.Client<OddClient>().SecondItemAsync()).B);
    }

    [Fact]
    public async Task All_of_seventy_required_members_are_required()
    {
        var members = Enumerable.Range(0, 70).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"p{i:00}\":{i}")).ToList();
        var json = "{" + string.Join(",", members) + "}";
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Body, "application/json"));
        var sent = JsonSerializer.Deserialize(json, Infos.Of<Wide>())!;
        Assert.Equal(69, sent.P69);
        Assert.Equal(sent, await provider.Client<OddClient>().WideAsync(sent));
        Assert.Equal(json, provider.Only.Text);

        foreach (var missing in new[] { 0, 63, 64, 69 })
        {
            var answer = "{" + string.Join(",", members.Where((_, i) => i != missing)) + "}";
            await using var forgetful = await Provider.StartAsync(answer);
            var error = await Assert.ThrowsAsync<UtcpResponseException>(() => forgetful.Client<OddClient>().WideAsync(sent));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"p{missing:00}"), error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>The sender cannot know what the server sets; the reader never gets what is only written.</summary>
    [Fact]
    public async Task Members_of_one_direction_are_not_asked_for_in_the_other()
    {
        await using var provider = await Provider.StartAsync("""{"id":1,"name":"n"}""");
        var account = await provider.Client<OddClient>().AccountAsync(new() { Name = "n", Password = "p" });
        Assert.Equal("""{"name":"n","password":"p"}""", provider.Only.Text);
        Assert.Equal(1, account.Id);
        Assert.Null(account.Password);
    }

    [Theory]
    [InlineData("""{"color":"red","level":1,"kind":"other","version":3}""", "$.kind")]
    [InlineData("""{"color":"red","level":1,"kind":"sample","version":4}""", "$.version")]
    [InlineData("""{"color":5,"level":1,"kind":"sample","version":3}""", "$.color")]
    [InlineData("""{"color":"red","level":"1","kind":"sample","version":3}""", "$.level")]
    public async Task Constants_and_enums_are_checked(string json, string path)
    {
        await using var provider = await Provider.StartAsync(json);
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<TypesClient>().EchoEnumsAsync(new() { Color = Acme.Types.Color.Red, Level = Acme.Types.Level.Low }));
        Assert.Equal(path, error.JsonPath);
    }

    [Theory]
    [InlineData("""{"start":[1]}""", "$.start")]
    [InlineData("""{"start":[1,"2"]}""", "$.start[1]")]
    [InlineData("""{"start":[1,2,"n",3,"x"]}""", "$.start[4]")]
    public async Task Tuples_are_checked(string json, string path)
    {
        await using var provider = await Provider.StartAsync(json);
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<TypesClient>().EchoTupleAsync(new() { Start = new() { Latitude = 1, Longitude = 2 } }));
        Assert.Equal(path, error.JsonPath);
    }

    [Theory]
    [InlineData("moment", "\"yesterday\"")]
    [InlineData("date", "\"2026-02-30\"")]
    [InlineData("time", "\"25:00:00\"")]
    [InlineData("duration", "\"1 hour\"")]
    [InlineData("id", "\"0b6c\"")]
    [InlineData("bytes", "\"*\"")]
    [InlineData("int32", "2147483648")]
    [InlineData("integer", "1.5")]
    [InlineData("text", "null")]
    [InlineData("flag", "1")]
    public async Task Scalars_are_checked(string member, string value)
    {
        var values = new Dictionary<string, string>
        {
            ["text"] = "\"\"", ["flag"] = "true", ["number"] = "1", ["integer"] = "1.0", ["int32"] = "1", ["int64"] = "1", ["decimal"] = "1", ["moment"] = "\"2026-11-20T12:00:00Z\"",
            ["date"] = "\"2026-11-20\"", ["time"] = "\"12:00:00\"", ["duration"] = "\"PT1H\"", ["id"] = "\"0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10\"", ["link"] = "\"/a\"", ["bytes"] = "\"\"", ["anything"] = "1",
        };
        var scalars = JsonSerializer.Deserialize(Json(), Infos.Of<Scalars>())!;
        values[member] = value;
        await using var provider = await Provider.StartAsync(Json());
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<TypesClient>().EchoScalarsAsync(scalars));
        Assert.Equal("$." + member, error.JsonPath);

        string Json() => "{" + string.Join(",", values.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}";
    }
}
