using System.Text.Json;
using Utcp.Client;

namespace Acme;

/// <summary>
/// Stands in for a language model, so that the sample always says the same. It takes the names of tools from its searches and values from results, makes a mistake that models make, and
/// corrects it by what it is told.
/// </summary>
internal sealed class ScriptedModel
{
    private readonly Dictionary<string, object?> _booking = [];
    private string _tool = "";
    private string _train = "";
    private string _reference = "";
    private int _step;

    /// <summary>The next turn.</summary>
    public Turn Next(Observation last)
    {
        if (last.Violations.Count > 0)
        {
            return Correct(last.Violations);
        }

        if (last.Tools.Count > 0)
        {
            _tool = last.Tools[0].Name;
        }

        if (_step > 0 && last is { Tools.Count: 0, Result.ValueKind: JsonValueKind.Undefined })
        {
            return new AnswerTurn($"That did not work: {last.Text}");
        }

        switch (_step++)
        {
            case 0:
                return new SearchTurn("trains between two stations");
            case 1:
                return Call(new() { ["from"] = "Lisbon", ["to"] = "Porto", ["date"] = "2026-11-21" });
            case 2:
                _train = last.Result[0].GetProperty("train").GetString()!;
                return new SearchTurn("book seats");
            case 3:
                // A number as text and a value that is nearly right.
                _booking["train"] = _train;
                _booking["seats"] = "two";
                _booking["class"] = "2nd";
                return Call(_booking);
            case 4:
                _reference = last.Result.GetProperty("reference").GetString()!;
                return new SearchTurn("where is a train, live");
            case 5:
                return new StreamTurn(_tool, JsonArguments.From(new Dictionary<string, object?> { ["train"] = _train }), Count: 3);
            default:
                var place = last.Result;
                return new AnswerTurn($"Your reference is {_reference}. {_train} is near {place.GetProperty("near").GetString()}, {place.GetProperty("delay").GetInt32()} minutes late.");
        }
    }

    /// <summary>Changes what was refused to something that is allowed.</summary>
    private CallTurn Correct(IReadOnlyList<ArgumentViolation> violations)
    {
        foreach (var violation in violations)
        {
            _booking[violation.Pointer[1..]] = violation.Rule switch
            {
                "type" when violation.Expected == "an integer" => 2,
                "enum" => violation.Expected.Split('"').First(value => value.StartsWith('s')),
                _ => null,
            };
        }

        return Call(_booking);
    }

    private CallTurn Call(Dictionary<string, object?> arguments) => new(_tool, JsonArguments.From(arguments));
}
