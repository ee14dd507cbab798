window.search = [{"page": "x"}, {"code": "m2-q01", "answer": "b"}];
