using System.Globalization;
using Acme;
using Acme.Exchange;
using Acme.Parcels;
using Microsoft.Extensions.Configuration;
using Utcp;

var parcelProvider = new ParcelProvider();
await using var parcelServer = await LocalServer.StartAsync(parcelProvider.Map);
await using var rateServer = await LocalServer.StartAsync(RateProvider.Map);

// Files, environment, user secrets: whatever the program's configuration is made from.
IConfiguration configuration = new ConfigurationBuilder()
    .SetBasePath(AppContext.BaseDirectory)
    .AddJsonFile("appsettings.json")
    .AddInMemoryCollection([new("Utcp:Variables:parcels_PORT", parcelServer.Port)])
    .Build();

// One channel for both: connections, tokens and limits are shared; credentials go to the provider that they are for.
await using var channel = new UtcpChannel(new UtcpChannelOptions
{
    VariableSource = name => configuration["Utcp:Variables:" + name],
    UseEnvironmentVariables = false,
});

// A manual's name keeps its variables apart from those of others: ${CLIENT_ID} is looked up as parcels_CLIENT_ID.
IParcelsClient parcels = new ParcelsClient(channel, new UtcpClientOptions { ManualName = "parcels" });
IExchangeClient exchange = new ExchangeClient(channel, new UtcpClientOptions { ManualName = "rates", BaseUrl = rateServer.Url + "/v2" });

Console.WriteLine("From Lisbon to Tokyo");
Rate rate = await exchange.GetRateAsync(Currency.Eur, Currency.Jpy, new DateOnly(2026, 11, 20));
foreach (var grams in (int[])[500, 5000])
{
    Quote quote = await parcels.QuoteParcelAsync("Lisbon", "Tokyo", grams);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {grams,4} g in {quote.Days} days: {quote.Euros:0.00} EUR = {quote.Euros * rate.Value:0} JPY"));
}

Console.WriteLine($"  {parcelProvider.Tokens} token for {parcelProvider.Quotes} quotes");

Console.WriteLine();
Console.WriteLine("Without its key");
try
{
    await new ExchangeClient(channel, new UtcpClientOptions { ManualName = "other", BaseUrl = rateServer.Url + "/v2" }).GetRateAsync(Currency.Eur, Currency.Usd);
}
catch (UtcpVariableException error)
{
    Console.WriteLine($"  {error.Message}");
}
